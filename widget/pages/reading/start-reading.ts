import { followHeadings } from './follow-headings';
import { zoomImages } from './zoom-images';

/** What scripts add to an article's page; without them images are links and the contents list is as it is. */
zoomImages();
followHeadings();
