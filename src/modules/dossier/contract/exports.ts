/** Addresses of the lists as Excel and as pages for A4; they take the query of their list, whatever its page. */
export const exportPaths = {
  dossiers: { sheet: '/api/dossiers/export.xlsx', page: '/in/ho-so' },
  register: { sheet: '/api/dossiers/register.xlsx', page: '/in/so-theo-doi' },
} as const;
