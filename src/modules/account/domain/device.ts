const browsers: readonly (readonly [RegExp, string])[] = [
  [/CocCoc|coc_coc/i, 'Cốc Cốc'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
];

const systems: readonly (readonly [RegExp, string])[] = [
  [/iPhone|iPod/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/Linux|X11/, 'Linux'],
];

/** Words for a device from what its browser says of itself: "Chrome trên Windows". */
export function deviceWords(agent: string | null): string {
  if (!agent) return 'Thiết bị không rõ';
  const browser = browsers.find(([form]) => form.test(agent))?.[1];
  const system = systems.find(([form]) => form.test(agent))?.[1];
  if (browser && system) return `${browser} trên ${system}`;
  return browser ?? system ?? 'Thiết bị không rõ';
}
