import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** The one colour of action. Shade 7 on white: 8.0 : 1. */
const blue: MantineColorsTuple = [
  '#eef4fb',
  '#dbe7f5',
  '#b6cfea',
  '#89b0dc',
  '#5b90cc',
  '#3674bb',
  '#1a5fac',
  '#0b4f9e',
  '#093f7f',
  '#072f60',
];
/** National red, kept for what is overdue or wrong. */
const red: MantineColorsTuple = [
  '#fdf1f0',
  '#fadedc',
  '#f3b9b5',
  '#e88f89',
  '#dc5f57',
  '#d13a31',
  '#c8211a',
  '#b01b15',
  '#911611',
  '#70110d',
];
const amber: MantineColorsTuple = [
  '#fff8e9',
  '#fdedc8',
  '#fadb97',
  '#f5c55f',
  '#e5a52b',
  '#b97a0c',
  '#9c6406',
  '#835302',
  '#6b4300',
  '#523300',
];
const green: MantineColorsTuple = [
  '#eef8f1',
  '#d8efdf',
  '#aedcbd',
  '#7dc496',
  '#4da970',
  '#2b8f53',
  '#1c7a42',
  '#166637',
  '#11522c',
  '#0c3e21',
];
/** Dimmed text (6) keeps 6 : 1 and field borders (4) 3 : 1 on white. */
const gray: MantineColorsTuple = [
  '#f6f8fa',
  '#eef1f4',
  '#e3e7ec',
  '#d0d7de',
  '#87929e',
  '#67727e',
  '#55606c',
  '#434d58',
  '#2d3640',
  '#1b232c',
];

const family = '"Be Vietnam Pro", "Segoe UI", Roboto, Arial, sans-serif';

/** Calm and official: white ground, one blue, small radii, dense fields. */
export const theme = createTheme({
  colors: { blue, red, amber, green, gray },
  primaryColor: 'blue',
  primaryShade: 7,
  black: '#1b232c',
  fontFamily: family,
  headings: {
    fontFamily: family,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.3' },
      h2: { fontSize: '1.125rem', lineHeight: '1.35' },
      h3: { fontSize: '1rem', lineHeight: '1.4' },
    },
  },
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  defaultRadius: 'sm',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm', nothingFoundMessage: 'Không có mục nào khớp' } },
    Modal: { defaultProps: { centered: true, closeButtonProps: { 'aria-label': 'Đóng' } } },
    // A dialog's head is no banner of the page.
    ModalHeader: { defaultProps: { role: 'none' } },
    DrawerHeader: { defaultProps: { role: 'none' } },
    Drawer: { defaultProps: { closeButtonProps: { 'aria-label': 'Đóng' } } },
    Tooltip: { defaultProps: { multiline: true, maw: 320, events: { hover: true, focus: true, touch: true } } },
  },
});
