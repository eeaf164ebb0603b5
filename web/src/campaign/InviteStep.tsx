import { useAsk } from '../api/ask';
import { CampaignInvitations, CampaignSchedule } from '../api/generated/documents';
import type { CampaignInvitationsQuery, CampaignScheduleQuery, InvitationAnswer } from '../api/generated/types';
import { EntityLink } from '../entity/EntityLink';
import { useMoney, useName } from '../entity/naming';
import { useWrite } from '../lists/useWrite';
import type { Campaign } from '../pages/CampaignPage';
import { useSettings } from '../shell/settings';
import { Button } from '../ui/Button';
import { DataTable } from '../ui/DataTable';
import table from '../ui/DataTable.module.css';
import { Figures } from '../ui/Figures';
import { MenuButton } from '../ui/MenuButton';
import { AskPanel } from '../ui/Panel';
import { Problem } from '../ui/Problem';
import styles from './campaign.module.css';
import { exportSchedule } from './runSheets';
import { exportInvitations } from './sheets';
import { plusDays, slotOf, weeksOf } from './weeks';
import { answerInvitation } from './write';

export const answerWords = {
  PENDING: 'PENDING',
  ACCEPTED: 'ACCEPTED',
  DECLINED: 'DECLINED_ANSWER',
  EXPIRED: 'EXPIRED',
} as const satisfies Record<InvitationAnswer, string>;

export type Invitation = NonNullable<CampaignInvitationsQuery['campaign']>['invitations']['nodes'][number];

export type Scheduled = NonNullable<CampaignScheduleQuery['campaign']>['invitations']['nodes'][number];

/** Whom the campaign asked, what they said, and when they are free. */
export function InviteStep({ campaign }: { campaign: Campaign }) {
  return (
    <>
      <Invitations campaign={campaign} />
      <Schedule campaign={campaign} />
    </>
  );
}

function Invitations({ campaign }: { campaign: Campaign }) {
  const { t, format, isSafe } = useSettings();
  const money = useMoney();
  const nameOf = useName();
  const { isRunning, error, run } = useWrite();
  const asked = useAsk(CampaignInvitations, { key: campaign.key });
  const connection = asked.data?.campaign?.invitations;
  const sum = (answer: InvitationAnswer) => (connection?.nodes ?? []).filter((i) => i.answer === answer).reduce((all, i) => all + (i.offer ?? 0), 0);
  const answer = (i: Invitation, said: 'ACCEPTED' | 'DECLINED' | 'EXPIRED') => run(() => answerInvitation({ campaign: campaign.id, creator: i.creator.id, answer: said }));
  return (
    <AskPanel
      asked={asked}
      title={t('invitations')}
      note={connection && t('shown', format.whole(connection.nodes.length), format.whole(connection.totalCount))}
      actions={
        connection && (
          <Button icon="download" onPress={() => void exportInvitations(campaign.name, connection.nodes, t, nameOf, isSafe)}>
            {t('exportXlsx')}
          </Button>
        )
      }
      isFlush
      isEmpty={(data) => !data.campaign?.invitations.nodes.length}
    >
      {(data) => (
        <>
          <div className={styles['inset']}>
            <Figures
              figures={[
                ...data.campaign!.invitations.facets.map((f) => ({ label: t(answerWords[f.key as InvitationAnswer]), value: format.whole(f.count) })),
                { label: t('acceptedOffers'), value: money(sum('ACCEPTED')), ...(campaign.budget !== null && { note: t('inviteOf', money(campaign.budget)) }) },
                { label: t('pendingOffers'), value: money(sum('PENDING')) },
              ]}
            />
            {error && <Problem error={error} />}
          </div>
          <DataTable
            label={t('invitations')}
            rows={data.campaign!.invitations.nodes}
            idOf={(i) => i.creator.id}
            columns={[
              { id: 'name', label: t('CREATOR'), cell: (i) => <EntityLink entity={i.creator} /> },
              { id: 'followers', label: t('followers'), isNumber: true, cell: (i) => format.count(i.creator.followers) },
              { id: 'source', label: t('source'), cell: (i) => t(i.source) },
              { id: 'rank', label: t('inviteRank'), isNumber: true, cell: (i) => format.whole(i.rank) },
              { id: 'propensity', label: t('invitePropensity'), isNumber: true, cell: (i) => format.rate(i.propensity, 0) },
              { id: 'model', label: t('inviteModel'), cell: (i) => <span className={styles['model']} title={i.modelVersion ?? undefined}>{i.modelVersion ?? format.absent('none')}</span> },
              { id: 'offer', label: t('offer'), isNumber: true, cell: (i) => money(i.offer, true) },
              { id: 'answer', label: t('answer'), cell: (i) => <span className={styles['answer']} data-answer={i.answer}>{t(answerWords[i.answer])}</span> },
              { id: 'invited', label: t('invited'), cell: (i) => format.day(i.invited) },
              {
                id: 'say',
                label: t('inviteRecord'),
                cell: (i) =>
                  i.answer === 'PENDING' ? (
                    <MenuButton
                      isIconOnly
                      label={t('inviteRecordOf', nameOf(i.creator))}
                      actions={(['ACCEPTED', 'DECLINED', 'EXPIRED'] as const).map((said) => ({ id: said, label: t(answerWords[said]), isDisabled: isRunning, onAction: () => answer(i, said) }))}
                    />
                  ) : (
                    format.day(i.answered)
                  ),
              },
            ]}
          />
        </>
      )}
    </AskPanel>
  );
}

const weekWords = { FREE: 'weekFree', HELD: 'weekHeld', BOOKED: 'weekBooked', OURS: 'weekOurs' } as const;

/** Who is free when, week by week (排期). */
function Schedule({ campaign }: { campaign: Campaign }) {
  const { t, format, isSafe } = useSettings();
  const nameOf = useName();
  const weeks = weeksOf(campaign.starts, campaign.ends);
  const asked = useAsk(
    CampaignSchedule,
    { key: campaign.key, from: weeks[0] ?? '', to: plusDays(weeks.at(-1) ?? '2026-01-01', 6) },
    { off: weeks.length === 0 },
  );
  if (weeks.length === 0) return null;
  const rows = asked.data?.campaign?.invitations.nodes.filter((i) => i.answer === 'ACCEPTED' || i.answer === 'PENDING') ?? [];
  const stateOf = ({ creator, answer }: Scheduled, week: string) => slotOf(creator.availability, week, campaign.id, answer === 'ACCEPTED');
  return (
    <AskPanel
      asked={asked}
      title={t('schedule')}
      note={t('scheduleNote')}
      actions={
        <Button icon="download" isDisabled={rows.length === 0} onPress={() => void exportSchedule(campaign.name, weeks, rows.map((row) => [row, weeks.map((week) => t(weekWords[stateOf(row, week)]))]), t, nameOf, isSafe)}>
          {t('exportXlsx')}
        </Button>
      }
      isFlush
      isEmpty={() => rows.length === 0}
    >
      {() => (
        <div className={table['scroll']} tabIndex={0} role="group" aria-label={t('schedule')}>
          <table className={table['table']}>
            <caption className={styles['hidden']}>{t('schedule')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('CREATOR')}</th>
                <th scope="col">{t('answer')}</th>
                {weeks.map((week) => (
                  <th key={week} scope="col">
                    {t('weekOf', format.day(week).slice(5))}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.creator.id}>
                  <th scope="row">
                    <EntityLink entity={row.creator} />
                  </th>
                  <td>{t(answerWords[row.answer])}</td>
                  {weeks.map((week) => {
                    const state = stateOf(row, week);
                    return (
                      <td key={week}>
                        <span className={styles['week']} data-state={state}>
                          {t(weekWords[state])}
                        </span>
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </AskPanel>
  );
}
