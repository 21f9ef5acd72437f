import '../../../css/kb-import.css';
import { useDesk } from '../../contexts';
import { StateMessage } from '../../state-message';
import { useKbWords } from '../use-kb-words';
import { ExportForm } from './export-form';
import { ImportForm } from './import-form';
import { useImportWords } from './use-import-words';

/** The knowledge base from files, and as files. */
export function ImportSection() {
  const { sections } = useKbWords();
  const words = useImportWords();
  const isAdmin = useDesk().agent.role === 'admin';
  return (
    <section aria-labelledby="settings-title">
      <h3 id="settings-title">{sections.import}</h3>
      {isAdmin ? (
        <>
          <ImportForm />
          <ExportForm />
        </>
      ) : (
        <StateMessage title={words.forAdmins} />
      )}
    </section>
  );
}
