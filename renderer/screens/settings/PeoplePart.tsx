import Button from '@mui/material/Button';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type SyntheticEvent, useState } from 'react';
import { type Role, roles, staffSchema } from '../../../shared/domain/person.ts';
import { faultsOf } from '../../../shared/faults.ts';
import { roleLabels } from '../../../shared/labels.ts';
import type { Session } from '../../../shared/views.ts';
import { useTRPC } from '../../api.ts';
import { ApprovalDialog } from '../../components/ApprovalDialog.tsx';
import { ApprovalFields, useApproval } from '../../components/ApprovalFields.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ExportButton } from '../../components/ExportButton.tsx';
import { enterMovesOn } from '../../components/enter-moves-on.ts';
import { Keycap } from '../../components/Keycap.tsx';
import { LabelledField } from '../../components/LabelledField.tsx';
import { ListImport } from '../../components/ListImport.tsx';
import { QuietBar } from '../../components/QuietBar.tsx';
import { TickChip } from '../../components/TickChip.tsx';
import { useMayManage } from '../../components/use-may-manage.ts';
import { useOnce } from '../../components/use-once.ts';
import { useKeys } from '../../keys.ts';
import { useSession } from '../../session.tsx';
import { AddedPerson } from './AddedPerson.tsx';
import { EnvelopeNotice } from './EnvelopeNotice.tsx';
import { NewCodeDialog } from './NewCodeDialog.tsx';
import { PersonRow } from './PersonRow.tsx';
import styles from './Settings.module.css';

const isManager = ({ roles: held }: { roles: readonly Role[] }) =>
  held.includes('administrator') || held.includes('leader');

const nobody = { name: '', title: '', roles: ['clerk'] as Role[] };

/** Who works here. Somebody who leaves stays in the journal, but no longer in the list. */
export function PeoplePart() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { people, signsInBy } = useSession();
  const [makesCode, setMakesCode] = useState(false);
  const mayManage = useMayManage();
  const [fresh, setFresh] = useState<typeof nobody | null>(null);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const show = (session: Session) => {
    client.setQueryData(trpc.session.current.queryKey(), session);
    void client.invalidateQueries({ queryKey: trpc.people.pathKey() });
    void client.invalidateQueries({ queryKey: trpc.accounts.pathKey() });
  };
  const accounts = useQuery({ ...trpc.accounts.list.queryOptions(), enabled: mayManage });
  const gone = useQuery({ ...trpc.people.left.queryOptions(), enabled: mayManage });
  const add = useMutation(trpc.people.add.mutationOptions({ onSuccess: show }));
  const leave = useMutation(trpc.people.setActive.mutationOptions({ onSuccess: show }));
  const exporting = useMutation(trpc.exports.people.mutationOptions());
  const compare = useMutation(trpc.imports.comparePeople.mutationOptions());
  const apply = useMutation(trpc.imports.applyPeople.mutationOptions());
  const submit = useOnce(async () => {
    const parsed = staffSchema.safeParse(fresh);
    setFaults(parsed.success ? {} : faultsOf(parsed.error));
    if (!parsed.success) return;
    if (isManager(parsed.data) && approval.given === null) return;
    const second = isManager(parsed.data) && approval.given !== null ? { approval: approval.given } : {};
    await add.mutateAsync({ ...parsed.data, ...second }).then(
      (session) => {
        setAdded(session.people.findLast(({ name }) => name === parsed.data.name) ?? null);
        setFresh(null);
        approval.choose(null);
      },
      () => undefined,
    );
  });
  const approval = useApproval();
  useKeys(fresh !== null && !submit.pending ? { primary: () => void submit.run() } : {});
  /** Who manages and comes back: with a second person. */
  const [back, setBack] = useState<Session['people'][number] | null>(null);
  const [left, setLeft] = useState<{ id: number; name: string } | null>(null);
  const [added, setAdded] = useState<{ id: number; name: string } | null>(null);
  // Where a second person approves, his dialog says it.
  const error = add.error ?? (leave.variables?.approval ? null : leave.error);
  return (
    <section id="nguoi" className={styles.part} aria-labelledby="nguoi-title">
      <h2 id="nguoi-title">Người</h2>
      <p className={styles.why}>
        Ai đăng nhập được và làm được gì. Quản trị cấp mã bắt đầu, từng người tự đặt mật khẩu của mình.
      </p>
      <ul className={styles.people}>
        {people.map((each) => (
          <PersonRow
            key={each.id}
            person={each}
            account={accounts.data && (accounts.data.find(({ personId }) => personId === each.id) ?? null)}
            disabled={!mayManage || leave.isPending}
            onLeave={(approval) =>
              leave.mutateAsync({ id: each.id, active: false, ...(approval && { approval }) }).then(() => {
                // What took two people is undone by two.
                setLeft(approval ? null : each);
              })
            }
            onChanged={show}
          />
        ))}
      </ul>
      {mayManage && gone.data !== undefined && gone.data.length > 0 && (
        <details className={styles.gone}>
          <summary>Đã thôi làm ở đây ({gone.data.length})</summary>
          <ul className={styles.people}>
            {gone.data.map((each) => (
              <li key={each.id}>
                <span className="grow">
                  <b>{each.name}</b>
                  {each.title && <span>{each.title}</span>}
                </span>
                <span>{each.roles.map((role) => roleLabels[role]).join(', ')}</span>
                <Button
                  size="small"
                  disabled={leave.isPending}
                  onClick={() =>
                    isManager(each) ? setBack(each) : leave.mutate({ id: each.id, active: true })
                  }
                >
                  Nhận lại
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
      {left && (
        <div className={styles.left}>
          <QuietBar
            tone="done"
            actions={
              <Button
                variant="text"
                autoFocus
                disabled={leave.isPending}
                onClick={() =>
                  leave.mutate({ id: left.id, active: true }, { onSuccess: () => setLeft(null) })
                }
              >
                Hoàn tác
              </Button>
            }
          >
            {left.name} thôi làm ở đây. Hồ sơ và diễn biến cũ vẫn ghi tên người này.
          </QuietBar>
        </div>
      )}
      {added && signsInBy !== 'name' && (
        <AddedPerson key={added.id} person={added} onDone={() => setAdded(null)} />
      )}
      {mayManage && signsInBy === 'password' && <EnvelopeNotice />}
      {error && <ErrorNotice error={error} />}
      {fresh ? (
        <form
          noValidate
          className={styles.newPerson}
          onKeyDown={enterMovesOn}
          onSubmit={(event: SyntheticEvent) => {
            event.preventDefault();
            void submit.run();
          }}
        >
          <div className={styles.pair}>
            <LabelledField
              label="Họ và tên"
              value={fresh.name}
              onChange={(name) => setFresh({ ...fresh, name })}
              fault={faults.name}
              autoFocus
            />
            <LabelledField
              label="Chức danh trên phiếu"
              value={fresh.title}
              onChange={(title) => setFresh({ ...fresh, title })}
              fault={faults.title}
            />
          </div>
          <div className={styles.chips}>
            {roles.map((role) => (
              <TickChip
                key={role}
                checked={fresh.roles.includes(role)}
                onChange={(isOn) =>
                  setFresh({
                    ...fresh,
                    roles: roles.filter((known) => (known === role ? isOn : fresh.roles.includes(known))),
                  })
                }
              >
                {roleLabels[role]}
              </TickChip>
            ))}
          </div>
          {faults.roles && (
            <p className={styles.fault} role="alert">
              Chọn ít nhất một vai trò.
            </p>
          )}
          {isManager(fresh) && (
            <>
              <p className={styles.why}>Thêm người quản lý cần người thứ hai xác nhận; nhật ký ghi cả hai.</p>
              <div className={styles.pair}>
                <ApprovalFields approval={approval} />
              </div>
            </>
          )}
          <div className={styles.actions}>
            <Button onClick={() => setFresh(null)}>Thôi</Button>
            <Button
              type="submit"
              disabled={submit.pending || (isManager(fresh) && approval.given === null)}
              endIcon={<Keycap name="primary" />}
            >
              Thêm
            </Button>
          </div>
        </form>
      ) : (
        <div className={styles.actions}>
          {mayManage && signsInBy === 'password' && (
            <Button variant="text" onClick={() => setMakesCode(true)}>
              Mã khôi phục mới
            </Button>
          )}
          <span className="grow" />
          <ListImport
            title="Nạp người từ Excel"
            disabled={!mayManage}
            compare={(file) => compare.mutateAsync({ file })}
            apply={(file) => apply.mutateAsync({ file })}
          />
          <ExportButton make={() => exporting.mutateAsync()} />
          <Button
            disabled={!mayManage}
            onClick={() => {
              setAdded(null);
              setFresh(nobody);
            }}
          >
            Thêm người
          </Button>
        </div>
      )}
      {back && (
        <ApprovalDialog
          title={`Nhận lại ${back.name}`}
          word="Nhận lại"
          run={(given) => leave.mutateAsync({ id: back.id, active: true, approval: given })}
          onClose={() => setBack(null)}
        >
          {back.name} có quyền quản lý, nên cần người thứ hai xác nhận; nhật ký ghi cả hai.
        </ApprovalDialog>
      )}
      {makesCode && <NewCodeDialog onClose={() => setMakesCode(false)} />}
    </section>
  );
}
