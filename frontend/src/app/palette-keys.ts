export const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** How the palette's shortcut is written on this device. */
export const paletteKeys = isMac ? '⌘ K' : 'Ctrl K';
