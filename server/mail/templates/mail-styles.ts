/** Inline, for every reader; light. Every pair of colours keeps 4.5:1. */
export const STYLE = {
  body: 'margin:0;padding:24px 12px;background:#f6f7f9;color:#1b1f27;font:16px/1.5 system-ui,-apple-system,Segoe UI,Roboto,Noto Sans,sans-serif;overflow-wrap:anywhere',
  card: 'max-width:552px;margin:0 auto;padding:24px 24px 8px;background:#ffffff;border:1px solid #e1e4e9;border-radius:8px',
  paragraph: 'margin:0 0 16px',
  links: 'margin:0 0 16px',
  button:
    'display:inline-block;padding:10px 16px;background:#2f5bd0;color:#ffffff;border-radius:8px;font-weight:600;text-decoration:none',
  choice:
    'display:inline-block;margin:0 8px 8px 0;padding:8px 16px;border:1px solid #7e8692;border-radius:8px;color:#2a52bd;font-weight:600;text-decoration:none',
  message: 'margin:0 0 20px;padding:0 0 0 16px;border-left:3px solid #2f5bd0',
  head: 'margin:0 0 4px;color:#59616e;font-size:13px',
  written: 'white-space:pre-wrap',
  files: 'margin:8px 0 0;font-size:14px',
  list: 'margin:4px 0 0;padding:0 0 0 20px',
  quote:
    'margin:0;padding:0 0 0 16px;border-left:3px solid #e1e4e9;color:#59616e;font-size:14px;white-space:pre-wrap',
  small: 'max-width:552px;margin:16px auto 0;padding:0 24px;color:#59616e;font-size:13px',
  link: 'color:#59616e;text-decoration:underline',
  smallParagraph: 'margin:0 0 8px',
} as const;

/** In the head: the dark, and less room at the edges of narrow screens. */
export const MAIL_STYLES = `:root{color-scheme:light dark}
@media (prefers-color-scheme:dark){.bg{background:#101317!important;color:#e8eaee!important}
.card{background:#1c2026!important;border-color:#2e343d!important}.soft,.small{color:#a3abb7!important}
.quote{border-color:#2e343d!important}.choice{color:#a3bdff!important;border-color:#717a87!important}}
@media (max-width:480px){.card{padding:16px 16px 0!important}.small{padding:0 16px!important}}`;
