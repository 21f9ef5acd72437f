/** In the tab's storage of the host page: the number of the article that is read beside the page. */
export const BESIDE_ARTICLE = 'besedaArticle';
