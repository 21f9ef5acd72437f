import sanitizeHtml, { type IOptions } from 'sanitize-html';

const COLOUR = [
  /^#[0-9a-f]{3,8}$/i,
  /^rgba?\(\s*\d{1,3}\s*,\s*\d{1,3}\s*,\s*\d{1,3}\s*(?:,\s*[\d.]+\s*)?\)$/i,
  /^[a-z]{3,20}$/i,
];
const SIZE = [/^-?\d{1,4}(?:\.\d+)?(?:px|pt|em|rem|ex|%)?$/i];
const SAFE_DATA = /^data:image\/(?:png|jpe?g|gif|webp);base64,[a-z0-9+/=\s]+$/i;

/**
 * What an agent may see of a mail's own HTML: no script, no style sheet, no form, nothing that loads. A remote image
 * keeps its address in `data-src`; an image of the mail keeps `cid:`.
 */
export function sanitiseHtml(html: string): string {
  return sanitizeHtml(html, OPTIONS);
}

const OPTIONS: IOptions = {
  allowedTags:
    'a abbr b bdi blockquote br caption center cite code col colgroup dd del details div dl dt em font h1 h2 h3 h4 h5 h6 hr i img ins kbd li ol p pre q s samp small span strike strong sub summary sup table tbody td tfoot th thead tr tt u ul'.split(
      ' ',
    ),
  allowedAttributes: {
    '*': ['dir', 'lang', 'title', 'style', 'align'],
    a: ['href', 'target', 'rel'],
    img: ['src', 'data-src', 'alt', 'width', 'height'],
    font: ['color', 'size'],
    ol: ['start', 'type'],
    table: ['border', 'cellpadding', 'cellspacing', 'width', 'bgcolor'],
    td: ['colspan', 'rowspan', 'width', 'valign', 'bgcolor'],
    th: ['colspan', 'rowspan', 'width', 'valign', 'bgcolor'],
    blockquote: ['type'],
  },
  allowedStyles: {
    '*': {
      color: COLOUR,
      'background-color': COLOUR,
      'font-weight': [/^(?:bold|normal|[1-9]00)$/i],
      'font-style': [/^(?:italic|normal)$/i],
      'font-size': SIZE,
      'text-align': [/^(?:left|right|center|justify)$/i],
      'text-decoration': [/^(?:underline|line-through|none)$/i],
      'white-space': [/^(?:pre|pre-wrap|nowrap|normal)$/i],
      width: SIZE,
      height: SIZE,
      margin: SIZE,
      'margin-left': SIZE,
      padding: SIZE,
      'padding-left': SIZE,
      'border-left': [/^\d{1,2}px (?:solid|dashed|dotted) #?[a-z0-9]{3,20}$/i],
    },
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: ['cid', 'data'] },
  allowedSchemesAppliedToAttributes: ['href', 'src'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  nonTextTags: [
    'style',
    'script',
    'textarea',
    'option',
    'noscript',
    'title',
    'svg',
    'math',
    'template',
    'iframe',
    'object',
    'xml',
  ],
  nestingLimit: 250,
  parseStyleAttributes: true,
  transformTags: {
    a: (tagName, { href = '' }) => ({
      tagName,
      attribs: href ? { href, target: '_blank', rel: 'noopener noreferrer nofollow' } : {},
    }),
    img: (tagName, { src = '', alt = '', width = '', height = '', title = '' }) => ({
      tagName,
      attribs: { ...imageSource(src.trim()), alt, ...sizes({ width, height }), ...(title ? { title } : {}) },
    }),
  },
};

function imageSource(src: string): Record<string, string> {
  const cid = /^cid:(.*)$/is.exec(src)?.[1];
  if (cid !== undefined) return { src: `cid:${cleanContentId(cid)}` };
  if (SAFE_DATA.test(src)) return { src };
  return /^https?:\/\//i.test(src) && src.length < 4_000 ? { 'data-src': src } : {};
}

function sizes(stated: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(stated).filter(([, value]) => /^\d{1,5}%?$/.test(value)));
}

/** An id as it may stand in markup and in an address: a file and the image that shows it are made alike. */
export function cleanContentId(id: string): string {
  let text = id.trim().replace(/^<|>$/g, '');
  try {
    text = decodeURIComponent(text);
  } catch {
    // It was not encoded.
  }
  return text
    .replace(/[^\w.@$+=~!#%&'*/?^`{|}-]/g, '_')
    .replace(/[&'`]/g, '_')
    .slice(0, 200);
}
