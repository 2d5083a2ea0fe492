import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  RiAlertLine,
  RiErrorWarningLine,
  RiInformationLine,
} from '@remixicon/react';
import type { Finding } from 'backstage-plugin-knative-event-mesh-common';
import { eventMeshTranslationRef } from '../../translation';
import { StatusLabel } from '../StatusLabel';

const appearance = {
  error: { Icon: RiErrorWarningLine, tone: 'negative' },
  warning: { Icon: RiAlertLine, tone: 'warning' },
  info: { Icon: RiInformationLine, tone: 'neutral' },
} as const;

/** How bad a finding is, in icon and words. */
export function Severity(props: {
  severity: Finding['severity'];
  /** In place of the name of the severity, such as `2 errors`. */
  text?: string;
}) {
  const { severity, text } = props;
  const { t } = useTranslationRef(eventMeshTranslationRef);
  const { Icon, tone } = appearance[severity];

  return (
    <StatusLabel
      tone={tone}
      icon={<Icon size={16} />}
      text={text ?? t(`common.severity.${severity}`)}
    />
  );
}
