type Attributes = Readonly<Record<string, string>>;

const SURE_CLASSES =
  /(?:^|\s)(?:gmail_quote|gmail_quote_container|gmail_extra|moz-cite-prefix|moz-forward-container|yahoo_quoted|protonmail_quote|tutanota_quote|zmail_extra|OutlookMessageHeader|x_gmail_quote|ecxgmail_quote|mail-quote-collapse|js-quote|front-blockquote|freescout-reply-above|mail_plugin_body_wrapper|cafe24_quote)(?:\s|$)/i;
const SURE_IDS =
  /^(?:x_)?(?:OLK_SRC_BODY_SECTION|yahoo_quoted_\d+|mail-app-auto-quote|isForwardContent|reply-intro|replySplit|oriMsgHtmlSeperator|quotedMessage|mail-editor-reference-message-container|ymail_quoted.*|DDB\d.*|BLOCKQUOTE)$/i;
/** Only where history starts is marked, it goes on to the end. */
const REST_IDS =
  /^(?:x_)?(?:divRplyFwdMsg|appendonsend|stopSpelling|zwchr|replyForwardHeader|ms-outlook-mobile-body-separator-line)$/i;
const SIGNATURE_IDS =
  /^(?:x_)?(?:Signature|signature|AppleMailSignature|composer_signature|ms-outlook-mobile-signature|mail-app-auto-default-signature|gmail_signature|ymail_android_signature)/;
const SIGNATURE_CLASSES =
  /(?:^|\s)(?:gmail_signature|moz-signature|protonmail_signature_block|tutanota_signature|js-signature|x_gmail_signature)/i;

/** How an element of a mail client marks history: for certain, perhaps (any quote), or from here to the end. */
export function quoteOf(name: string, attributes: Attributes): 'sure' | 'maybe' | 'rest' | null {
  const { id = '', class: classes = '', style = '' } = attributes;
  if (REST_IDS.test(id) || attributes['data-marker'] === '__DIVIDER__') return 'rest';
  if (SURE_IDS.test(id)) return 'sure';
  // Gmail writes the class on what it forwards as well: there it is a quote all the same.
  if (SURE_CLASSES.test(classes) && !/gmail_extra/i.test(classes)) return 'sure';
  if (name === 'blockquote') {
    const cited =
      attributes.type?.toLowerCase() === 'cite' ||
      attributes.cite !== undefined ||
      attributes.itemtype !== undefined;
    return cited || /quote|cite/i.test(classes) || /border-left|BORDER-LEFT/.test(style) ? 'sure' : 'maybe';
  }
  return null;
}

export function isSignature(name: string, attributes: Attributes): boolean {
  const { id = '', class: classes = '' } = attributes;
  if (name === 'pre' && /moz-signature/.test(classes)) return true;
  return (
    SIGNATURE_IDS.test(id) ||
    SIGNATURE_CLASSES.test(classes) ||
    attributes['data-smartmail'] === 'gmail_signature' ||
    attributes['data-signature-widget'] !== undefined ||
    attributes['data-signatureblock'] !== undefined
  );
}
