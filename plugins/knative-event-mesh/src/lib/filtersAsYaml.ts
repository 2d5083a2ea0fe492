import { Document, isScalar, visit } from 'yaml';

/** Deep structures grow when they are indented; beyond this, nobody reads them. */
const longestYaml = 40_000;

/**
 * `spec.filters` as a person writes them in the manifest of a Trigger.
 * Expressions stand in blocks, where nothing of them has to be escaped.
 *
 * @param filters - JSON text; what is none, because it was cut or is nested too
 *   deep to be written anew, is given back as it is
 */
export function filtersAsYaml(filters: string): string {
  try {
    // Kubernetes reads YAML 1.1, where `on` and `012` need quotes.
    const document = new Document(
      { filters: JSON.parse(filters) },
      { version: '1.1', aliasDuplicateObjects: false },
    );
    visit(document, {
      Pair: (_, { key, value }) => {
        if (isScalar(key) && key.value === 'cesql' && isScalar(value)) {
          value.type = value.value === '' ? 'QUOTE_SINGLE' : 'BLOCK_LITERAL';
        }
      },
    });
    const yaml = document.toString({ indentSeq: false, lineWidth: 0 });
    return yaml.length > longestYaml ? filters : yaml.trimEnd();
  } catch {
    return filters;
  }
}
