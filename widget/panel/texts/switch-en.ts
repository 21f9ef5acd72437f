import { keepThreadTexts } from './thread';
import { threadEn } from './thread-en';

keepThreadTexts('en', threadEn);

/** All texts of a locale that is chosen at run time. */
export { texts } from './en';
