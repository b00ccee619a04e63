// What `npm start` runs. Any Node must be able to parse this file and say its sentence, so it has no static
// import, no top-level await and no newer syntax; everything else begins in launch/launch.ts, under Node 24.
const major = Number(process.versions.node.split('.')[0]);

if (major < 20) {
  process.stderr.write(
    'Quầy Một Cửa cần Node 20 trở lên, máy này đang chạy Node ' +
      process.versions.node +
      ': hãy cài Node mới rồi chạy lại npm ci && npm start.\n',
  );
  process.exitCode = 1;
} else if (major < 24) {
  void import('./launch/newer-node.mjs').then((module) => module.startUnderNewerNode());
} else {
  void import('./launch/launch.ts').then((module) => module.launch(process.argv.slice(2)));
}
