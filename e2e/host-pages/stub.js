window.Beseda =
  window.Beseda ||
  function () {
    (Beseda.q = Beseda.q || []).push(arguments);
  };
