import { adopt } from '../views/lazy-view';
import css from './chip.css?inline';

/** What a status looks like, for whatever shows one. */
adopt(css);
