/** Where a text cannot end, so that the next line goes on with it, even when that begins with a capital letter. */

const functionWord = /(?:^|\s)(?:of|the|and|or|with|for|to|in|on|at|by|from|a|an|der|die|das|des|dem|den|ein|eine|einer|eines|einem|einen|und|oder|mit|von|vom|für|zu|zur|zum|im|am|auf|aus|bei|beim|nach|über|unter|durch|als|sowie|de|du|des|la|le|les|un|une|et|ou|avec|pour|dans|sur|par|aux|au|à|en|el|los|las|y|o|con|para|por|del|di|della|dei|delle|da|dal|e|il|lo|gli|per|nel|nella|do|dos|das|em|com|no|na|van|het|een|voor|met|bij|op|aan|tot|i|w|z|na|dla|oraz|och|på|av|för|till|den|det|som|vid|&)$|[,:/&–-]$/iu

export const isOpen = (text: string): boolean => functionWord.test(text)
