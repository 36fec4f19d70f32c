#!/bin/sh
# Makes the PDF files of the tests from the sources beside this script.
# Needs pdflatex (texlive-latex-extra, texlive-plain-generic), chromium, libreoffice-writer and qpdf; the tests do not.
set -e
cd "$(dirname "$0")"
work=$(mktemp -d)
pdflatex -interaction=batchmode -output-directory="$work" latex.tex >/dev/null
cp "$work/latex.pdf" ../latex.pdf
chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer --user-data-dir="$work/chromium" --print-to-pdf=../chrome.pdf chrome.html 2>/dev/null
soffice --headless "-env:UserInstallation=file://$work/office" --convert-to pdf --outdir .. writer.fodt >/dev/null 2>&1
qpdf --encrypt secret owner 256 -- ../writer.pdf ../user-password.pdf
qpdf --encrypt "" owner 256 --print=none -- ../writer.pdf ../owner-password.pdf
rm -r "$work"
