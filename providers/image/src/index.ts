export * as Drawer from "./Drawer.js"
export * as ImageDecoder from "./ImageDecoder.js"
export * as Preparer from "./Preparer.js"
