// A component of a single-page app, as frameworks run it: the snippet when it mounts, `destroy` when it goes.
const root = document.querySelector('#root');

window.mountSupport = () => {
  root.textContent = 'Support is here';
  const script = document.createElement('script');
  script.src = '%SERVER%/widget.js?app=%APP%';
  script.id = 'beseda';
  document.head.append(script);
  window.Beseda('init', { locale: 'ru' });
  return new Promise((resolve) => (script.onload = resolve));
};

window.unmountSupport = () => {
  window.Beseda('destroy');
  document.querySelector('#beseda').remove();
  root.textContent = '';
};

window.goTo = (path, title) => {
  history.pushState(null, '', path);
  document.title = title;
};
