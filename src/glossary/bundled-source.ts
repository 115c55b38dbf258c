import {documentSource} from './document-source.js';
import type {AreaRequest, GlossarySource} from './source.js';

const load = async () => {
  const {default: document} = await import('../../data/glossary.json');
  return documentSource(document, 'bundled glossary');
};

/** The glossary that comes with the package: a chunk, loaded when first asked. */
export const bundledSource: GlossarySource = {
  label: 'bundled glossary',
  async entry(reference: string) {
    return (await load()).entry(reference);
  },
  async named(name: string) {
    return (await load()).named(name);
  },
  async areaPage(request: AreaRequest) {
    return (await load()).areaPage(request);
  },
  async vocabulary() {
    return (await load()).vocabulary();
  },
};
