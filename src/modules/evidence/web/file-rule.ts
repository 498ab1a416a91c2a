import { mostUploadMb } from '../contract/uploads.ts';

/** What is taken as the file of evidence. */
export const fileRule = {
  endings: ['.pdf', '.docx', '.xlsx', '.doc', '.xls', '.jpg', '.jpeg', '.png', '.txt', '.zip', '.pptx', '.mp4'],
  maximumMb: mostUploadMb,
};
