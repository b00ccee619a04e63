import type { Components, Theme } from '@mui/material/styles';
import { token } from './tokens.ts';

/** Fields: the label stands above the control, 36 px high, and never floats or is cut. */
export const fieldComponents: Components<Theme> = {
  MuiTextField: { defaultProps: { size: 'small', fullWidth: true } },
  MuiFormControl: { defaultProps: { size: 'small' } },
  MuiSelect: { defaultProps: { size: 'small' } },
  MuiAutocomplete: {
    defaultProps: { size: 'small' },
    styleOverrides: {
      paper: { border: `1px solid ${token('line2')}`, boxShadow: token('lift'), marginTop: 4 },
      option: { fontSize: 14, lineHeight: '20px', minHeight: 36 },
      inputRoot: {
        '&.MuiOutlinedInput-root.MuiInputBase-sizeSmall': { padding: '0 9px' },
        '&.MuiOutlinedInput-root.MuiInputBase-sizeSmall .MuiAutocomplete-input': { padding: '0 2px' },
      },
    },
  },
  MuiInputLabel: {
    defaultProps: { shrink: true },
    styleOverrides: {
      root: {
        position: 'static',
        transform: 'none',
        maxWidth: 'none',
        marginBottom: 2,
        fontSize: 13,
        lineHeight: '20px',
        color: token('ink2'),
        pointerEvents: 'auto',
        overflow: 'visible',
        '&.Mui-focused': { color: token('ink2') },
        '&.Mui-error': { color: token('late') },
      },
      asterisk: { display: 'none' },
    },
  },
  MuiOutlinedInput: {
    defaultProps: { notched: false },
    styleOverrides: {
      root: {
        minHeight: 36,
        backgroundColor: token('surface'),
        '&:hover .MuiOutlinedInput-notchedOutline': { borderColor: token('ink3') },
        '&.Mui-focused .MuiOutlinedInput-notchedOutline': { borderColor: token('accent'), borderWidth: 2 },
        '&.Mui-error .MuiOutlinedInput-notchedOutline': { borderColor: token('late') },
        '&.Mui-disabled': { backgroundColor: token('sunken') },
      },
      input: {
        '&, &.MuiInputBase-inputSizeSmall': { padding: '0 10px' },
        height: 34,
        '&::placeholder': { color: token('ink3'), opacity: 1 },
        '&:focus-visible': { outline: 'none' },
      },
      multiline: { padding: '6px 10px', '& textarea': { padding: 0, height: 'auto' } },
      notchedOutline: { top: 0, borderColor: token('controlLine'), '& legend': { display: 'none' } },
    },
  },
  MuiInputAdornment: {
    styleOverrides: { root: { color: token('ink3'), '& .MuiSvgIcon-root': { fontSize: 18 } } },
  },
  MuiFormHelperText: { styleOverrides: { root: { margin: '2px 0 0', fontSize: 13, lineHeight: '18px' } } },
  MuiFormControlLabel: {
    styleOverrides: { root: { marginLeft: -8 }, label: { fontSize: 14, lineHeight: '20px' } },
  },
  MuiCheckbox: {
    defaultProps: { size: 'small', color: 'default' },
    styleOverrides: {
      root: {
        padding: 8,
        color: token('controlLine'),
        '&.Mui-checked, &.MuiCheckbox-indeterminate': { color: token('ink') },
      },
    },
  },
  MuiRadio: {
    defaultProps: { size: 'small', color: 'default' },
    styleOverrides: {
      root: { padding: 8, color: token('controlLine'), '&.Mui-checked': { color: token('ink') } },
    },
  },
  MuiSwitch: { defaultProps: { size: 'small' } },
};
