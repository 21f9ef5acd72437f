window.violations = [];
document.addEventListener('securitypolicyviolation', ({ violatedDirective, sourceFile }) => {
  window.violations.push(`${violatedDirective} ${sourceFile}`);
});
window.Beseda('init', { getToken: window.tokenOf('olga') });
