export { markdownHeadings, markdownToPlain } from '@beseda/shared/domain/read-markdown';
