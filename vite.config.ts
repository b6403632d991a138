import type { Plugin, UserConfigFn } from 'vite';
import { overrideVaadinConfig } from './vite.generated';

// Flow writes the pages' imports in another order each time; in one order, equal sources make equal bundles.
const inOneOrder: Plugin = {
  name: 'in-one-order',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('/generated-flow-imports.js')) {
      return null;
    }
    const branch = /^ {2}if \(key === [^{]*\{\n[^{}]*\n {2}\}\n/gm;
    const sorted = (code.match(branch) ?? []).sort();
    return code.replace(branch, () => sorted.shift() ?? '');
  },
};

const config: UserConfigFn = () => ({ plugins: [inOneOrder] });

export default overrideVaadinConfig(config);
