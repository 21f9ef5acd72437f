export { renderPage } from './render-page';
export { renderPanel } from './render-panel';
