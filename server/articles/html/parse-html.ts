import { type HtmlNode, type HtmlSource, readHtmlTree } from '@beseda/shared/domain/html/html-tree';
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse, parseFragment } from 'parse5';

type ParsedNode = DefaultTreeAdapterTypes.ChildNode;

const SOURCE: HtmlSource<ParsedNode> = {
  tag: (node) => (defaultTreeAdapter.isElementNode(node) ? node.tagName : undefined),
  text: (node) => (defaultTreeAdapter.isTextNode(node) ? node.value : undefined),
  attributes: (node) => (defaultTreeAdapter.isElementNode(node) ? node.attrs : []),
  children: (node) => (defaultTreeAdapter.isElementNode(node) ? node.childNodes : []),
};

/** A piece of HTML, read as browsers read it. */
export function parseHtml(html: string): HtmlNode[] {
  return readHtmlTree(parseFragment(html).childNodes, SOURCE);
}

/** A whole page. */
export function parseHtmlPage(html: string): HtmlNode[] {
  return readHtmlTree(parse(html).childNodes, SOURCE);
}
