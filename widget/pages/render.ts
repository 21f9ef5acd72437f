export { renderPage } from './render-page';
export { renderPanel } from './render-panel';
export { renderPreview } from './render-preview';
