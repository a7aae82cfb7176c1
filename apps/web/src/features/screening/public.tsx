/** The door of this feature: what screening found, beside evidence and beside words that are being typed. */
export { OpenScreenings } from './open-screenings.tsx';
export { ReviewWords } from './review-words.tsx';
export { ScreeningPanel } from './screening-panel.tsx';
export { ScreeningSettingsPanel } from './settings-panel.tsx';
export { ScreenedTexts } from './text-panel.tsx';
export { TypedWarning, TypedWarningByLink } from './typed-warning.tsx';
