import { useUrlParameters } from '../../hooks/useUrlParameters';
import type { FindingFilter } from '../../lib/filterFindings';

/** The conditions on findings, as they stand in the URL. */
export function useFindingFilter(): [
  FindingFilter,
  (changes: Partial<FindingFilter>) => void,
] {
  const [parameters, change] = useUrlParameters();
  const valueOf = (name: keyof FindingFilter) => parameters.get(name) ?? '';

  return [
    {
      severity: valueOf('severity'),
      environment: valueOf('environment'),
      code: valueOf('code'),
      text: valueOf('text'),
    },
    changes =>
      change(
        Object.fromEntries(
          Object.entries(changes).map(([name, value]) => [
            name,
            value || undefined,
          ]),
        ),
      ),
  ];
}
