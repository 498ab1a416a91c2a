import { cliCommands } from './cli/commands.ts';

const args = process.argv.slice(2);
const command = cliCommands.find(({ words }) => words.every((word, index) => args[index] === word));
if (command) {
  const run = await command.load();
  process.exitCode = await run(args.slice(command.words.length));
} else {
  const list = cliCommands.map(({ words, gist }) => `  ${words.join(' ').padEnd(12)} ${gist}`).join('\n');
  console.error(`Cách dùng: npm run -s cli -- LỆNH …\n\n${list}`);
  process.exitCode = 2;
}
