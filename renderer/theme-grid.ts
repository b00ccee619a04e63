import type { Components, Theme } from '@mui/material/styles';
import type {} from '@mui/x-data-grid/themeAugmentation';
import { token } from './tokens.ts';

/** Lists: hairlines between rows, quiet heads, and the focus on the row instead of the cell. */
export const gridComponents: Components<Theme> = {
  MuiDataGrid: {
    styleOverrides: {
      root: {
        '--DataGrid-rowBorderColor': token('line'),
        '--DataGrid-containerBackground': token('sunken'),
        '--DataGrid-cellOffsetMultiplier': 0,
        border: 0,
        borderRadius: 0,
        fontSize: 14,
        lineHeight: '20px',
        color: token('ink'),
        backgroundColor: token('surface'),
        '& .MuiDataGrid-columnHeader': { padding: '0 8px', outline: 'none' },
        '& .MuiDataGrid-columnHeader:focus-visible': {
          outline: `2px solid ${token('accent')}`,
          outlineOffset: -2,
        },
        '& .MuiDataGrid-columnHeaderTitle': {
          fontSize: 12,
          lineHeight: '16px',
          fontWeight: 500,
          color: token('ink2'),
        },
        '& .MuiDataGrid-columnHeader--sorted .MuiDataGrid-columnHeaderTitle': { color: token('ink') },
        '& .MuiDataGrid-sortButton': { width: 24, height: 24 },
        '& .MuiDataGrid-sortButton .MuiSvgIcon-root': { fontSize: 16, color: token('ink') },
        '& .MuiDataGrid-cell': { padding: '0 8px', outline: 'none', cursor: 'pointer' },
        '& .MuiDataGrid-cell:focus, & .MuiDataGrid-cell:focus-within': { outline: 'none' },
        '& .MuiDataGrid-cell b': { fontWeight: 600 },
        '& .MuiDataGrid-row:hover': { backgroundColor: token('hover') },
        '& .MuiDataGrid-row:focus-within': { outline: `2px solid ${token('accent')}`, outlineOffset: -2 },
        '& .MuiDataGrid-row.Mui-selected, & .MuiDataGrid-row.Mui-selected:hover': {
          backgroundColor: token('accentSoft'),
        },
        '& .MuiDataGrid-columnSeparator': { color: 'transparent' },
        '& .MuiDataGrid-columnHeaders:hover .MuiDataGrid-columnSeparator--resizable, & .MuiDataGrid-columnSeparator--resizing':
          {
            color: token('controlLine'),
          },
        '& .MuiDataGrid-columnHeaderCheckbox, & .MuiDataGrid-cellCheckbox': { padding: 0 },
      },
    },
  },
};
