import type { ReactNode } from 'react';
import type { z } from 'zod';
import { assetKindLabels, facilityKindLabels, memberRoleLabels } from '../../../shared/digital-words.ts';
import {
  assetSchema,
  type DigitalRow,
  facilitySchema,
  homeVisitSchema,
  memberSchema,
  teamSchema,
  trainingClassSchema,
} from '../../../shared/domain/digital-teams.ts';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { formatDay, formatPhone } from '../../../shared/format.ts';
import { api } from '../../api.ts';
import { StatusMark } from '../../components/StatusMark.tsx';
import type { ThingField } from './thing-fields.ts';

export interface ThingRow {
  id: string;
  version: number;
}

/** A kind of plain rows: its form, its table, and how it is kept. */
export interface Thing<Row extends ThingRow> {
  key: string;
  /** "Lớp tập huấn". */
  one: string;
  title: string;
  /** What fills the table, in one sentence. */
  empty: string;
  fields: readonly ThingField[];
  columns: readonly { head: string; cell: (row: Row, now: Known) => ReactNode; isNumber?: boolean }[];
  schema: z.ZodType<Row>;
  list: () => Promise<Row[]>;
  save: (row: Row) => Promise<unknown>;
  remove: (row: ThingRow) => Promise<unknown>;
}

interface Known {
  today: string;
  teamName: (teamId: string | null) => string;
}

const area: ThingField = { name: 'area', label: 'Địa bàn', kind: 'area' };
const note: ThingField = { name: 'note', label: 'Ghi chú', kind: 'text' };
const team: ThingField = { name: 'teamId', label: 'Tổ', kind: 'team' };
const phone: ThingField = { name: 'phone', label: 'Điện thoại', kind: 'optional' };

export const teamThing: Thing<DigitalRow<'digitalTeams'>> = {
  key: 'teams',
  one: 'Tổ',
  title: 'Tổ công nghệ số',
  empty: 'Mỗi tiểu khu, bản một tổ; thành viên ghi theo tổ.',
  fields: [{ name: 'name', label: 'Tên tổ', kind: 'text' }, area, note],
  columns: [],
  schema: teamSchema,
  list: () => api.digital.teams.list.query(),
  save: (row) => api.digital.teams.save.mutate(row),
  remove: (row) => api.digital.teams.remove.mutate(row),
};

export const memberThing: Thing<DigitalRow<'digitalMembers'>> = {
  key: 'members',
  one: 'Thành viên',
  title: 'Thành viên',
  empty: '',
  fields: [
    { name: 'name', label: 'Họ và tên', kind: 'text' },
    { name: 'role', label: 'Vai trò', kind: 'choice', options: memberRoleLabels },
    area,
    phone,
  ],
  columns: [],
  schema: memberSchema,
  list: () => api.digital.members.list.query(),
  save: (row) => api.digital.members.save.mutate(row),
  remove: (row) => api.digital.members.remove.mutate(row),
};

export const classThing: Thing<DigitalRow<'trainingClasses'>> = {
  key: 'classes',
  one: 'Lớp tập huấn',
  title: 'Lớp tập huấn',
  empty: 'Ghi lớp trước để in danh sách ký, ghi số người sau lớp.',
  fields: [
    { name: 'title', label: 'Nội dung', kind: 'text' },
    { name: 'heldOn', label: 'Ngày', kind: 'day' },
    { name: 'place', label: 'Nơi học', kind: 'text' },
    area,
    team,
    { name: 'teacher', label: 'Người dạy', kind: 'text' },
    { name: 'headcount', label: 'Số người có mặt', kind: 'count', hint: 'Để trống khi lớp chưa diễn ra.' },
    note,
  ],
  columns: [
    { head: 'Ngày', cell: ({ heldOn }) => formatDay(heldOn) },
    { head: 'Nội dung', cell: ({ title }) => title },
    { head: 'Nơi học', cell: ({ place, area: where }) => place || where },
    { head: 'Tổ', cell: ({ teamId }, { teamName }) => teamName(teamId) },
    {
      head: 'Người',
      cell: ({ headcount }) => (headcount === null ? '–' : formatInteger(headcount)),
      isNumber: true,
    },
  ],
  schema: trainingClassSchema,
  list: () => api.digital.classes.list.query(),
  save: (row) => api.digital.classes.save.mutate(row),
  remove: (row) => api.digital.classes.remove.mutate(row),
};

export const visitThing: Thing<DigitalRow<'homeVisits'>> = {
  key: 'visits',
  one: 'Lần thăm nhà',
  title: 'Thăm nhà',
  empty: 'Lần thăm nào có ngày đến lại thì hiện lên đầu khi tới hạn.',
  fields: [
    { name: 'household', label: 'Hộ', kind: 'text' },
    { name: 'visitedOn', label: 'Ngày thăm', kind: 'day' },
    { name: 'address', label: 'Địa chỉ', kind: 'text' },
    area,
    phone,
    team,
    { name: 'people', label: 'Số người gặp', kind: 'count' },
    { name: 'outOfHours', label: 'Ngoài giờ làm việc', kind: 'tick' },
    { name: 'nextOn', label: 'Đến lại ngày', kind: 'day', hint: 'để trống khi đã xong' },
    note,
  ],
  columns: [
    { head: 'Ngày', cell: ({ visitedOn }) => formatDay(visitedOn) },
    { head: 'Hộ', cell: ({ household }) => household },
    {
      head: 'Nơi ở',
      cell: (row) =>
        [row.address || row.area, row.phone && formatPhone(row.phone)].filter(Boolean).join(' · '),
    },
    { head: 'Tổ', cell: ({ teamId }, { teamName }) => teamName(teamId) },
    { head: 'Người', cell: ({ people }) => formatInteger(people), isNumber: true },
    { head: 'Đến lại', cell: ({ nextOn }, { today }) => <NextVisit on={nextOn} today={today} /> },
  ],
  schema: homeVisitSchema,
  list: () => api.digital.visits.list.query(),
  save: (row) => api.digital.visits.save.mutate(row),
  remove: (row) => api.digital.visits.remove.mutate(row),
};

function NextVisit({ on, today }: { on: string | null; today: string }) {
  if (on === null) return <StatusMark tone="done">đã xong</StatusMark>;
  const tone = on < today ? 'late' : on === today ? 'due' : 'wait';
  return <StatusMark tone={tone}>{formatDay(on)}</StatusMark>;
}

export const assetThing: Thing<DigitalRow<'digitalAssets'>> = {
  key: 'assets',
  one: 'Quà, thiết bị',
  title: 'Quà, thiết bị',
  empty: 'Quà tặng người dân và thiết bị giao cho tổ.',
  fields: [
    { name: 'kind', label: 'Loại', kind: 'choice', options: assetKindLabels },
    { name: 'name', label: 'Tên', kind: 'text' },
    { name: 'quantity', label: 'Số lượng', kind: 'count' },
    { name: 'givenOn', label: 'Ngày trao', kind: 'day' },
    { name: 'receivedBy', label: 'Người nhận', kind: 'text' },
    team,
    { name: 'source', label: 'Nguồn', kind: 'text' },
    note,
  ],
  columns: [
    { head: 'Ngày', cell: ({ givenOn }) => formatDay(givenOn) },
    { head: 'Tên', cell: ({ kind, name }) => `${name} (${assetKindLabels[kind].toLowerCase()})` },
    { head: 'Người nhận', cell: ({ receivedBy, teamId }, { teamName }) => receivedBy || teamName(teamId) },
    { head: 'Số lượng', cell: ({ quantity }) => formatInteger(quantity), isNumber: true },
  ],
  schema: assetSchema,
  list: () => api.digital.assets.list.query(),
  save: (row) => api.digital.assets.save.mutate(row),
  remove: (row) => api.digital.assets.remove.mutate(row),
};

export const facilityThing: Thing<DigitalRow<'digitalFacilities'>> = {
  key: 'facilities',
  one: 'Điểm, máy dùng chung',
  title: 'Điểm, máy dùng chung',
  empty: 'Điểm wifi, máy tính và ki-ốt cho người dân dùng.',
  fields: [
    { name: 'kind', label: 'Loại', kind: 'choice', options: facilityKindLabels },
    { name: 'name', label: 'Tên', kind: 'text' },
    area,
    { name: 'address', label: 'Địa chỉ', kind: 'text' },
    { name: 'since', label: 'Dùng từ ngày', kind: 'day' },
    { name: 'until', label: 'Ngừng từ ngày', kind: 'day', hint: 'để trống khi còn dùng' },
    note,
  ],
  columns: [
    { head: 'Loại', cell: ({ kind }) => facilityKindLabels[kind] },
    { head: 'Tên', cell: ({ name }) => name },
    { head: 'Nơi đặt', cell: ({ address, area: where }) => address || where },
    { head: 'Từ ngày', cell: ({ since }) => formatDay(since) },
    {
      head: 'Tình trạng',
      cell: ({ until }, { today }) =>
        until === null || until > today ? (
          <StatusMark tone="ok">đang dùng</StatusMark>
        ) : (
          <StatusMark tone="done">đã ngừng</StatusMark>
        ),
    },
  ],
  schema: facilitySchema,
  list: () => api.digital.facilities.list.query(),
  save: (row) => api.digital.facilities.save.mutate(row),
  remove: (row) => api.digital.facilities.remove.mutate(row),
};
