import type { Texts } from '../../locales/ru';
import { useTexts } from '../contexts';
import { Dialog } from '../dialog';

type Line = [string[], string];

function groupsOf({ shortcuts: words, views, menu }: Texts): [string, Line[]][] {
  return [
    [
      words.groups.list,
      [
        [['J', '↓'], words.next],
        [['K', '↑'], words.previous],
        [['Enter'], words.open],
        [['/'], words.search],
      ],
    ],
    [
      words.groups.ticket,
      [
        [['R'], words.reply],
        [['N'], words.note],
        [['Ctrl Enter'], words.send],
        [['Ctrl Shift Enter'], words.sendPending],
        [['Ctrl Alt Enter'], words.sendSolved],
        [['A'], words.assign],
        [['S'], words.status],
        [['P'], words.priority],
        [['T'], words.type],
        [['X'], words.split],
        [['M'], words.merge],
        [['Z'], words.undo],
      ],
    ],
    [
      words.groups.go,
      [
        [['G U'], views.unassigned],
        [['G M'], views.mine],
        [['G O'], views.open],
        [['G P'], views.pending],
        [['G S'], views.solved],
        [['G A'], views.all],
        [['G K'], menu.knowledge],
      ],
    ],
    [
      words.groups.other,
      [
        [['C'], words.call],
        [['Ctrl K'], words.palette],
        [['?'], words.help],
        [['Esc'], words.leave],
      ],
    ],
  ];
}

/** The overlay behind «?»: every shortcut there is. */
export function ShortcutsHelp({ onClose }: { onClose: () => void }) {
  const { texts } = useTexts();
  return (
    <Dialog label={texts.shortcuts.title} class="wide" onClose={onClose}>
      <h2>{texts.shortcuts.title}</h2>
      <div class="shortcut-groups">
        {groupsOf(texts).map(([title, lines]) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {lines.map(([keys, what]) => (
                <div class="shortcut" key={what}>
                  <dt>{what}</dt>
                  <dd>
                    {keys.map((combination) =>
                      combination.split(' ').map((key) => <kbd key={key}>{key}</kbd>),
                    )}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <div class="dialog-foot">
        <button type="button" class="button" onClick={onClose}>
          {texts.app.close}
        </button>
      </div>
    </Dialog>
  );
}
