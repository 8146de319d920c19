import { defineRefusals } from '#kernel/refusal';

/** What can go wrong between the program and its data, in words an office can act on. */
defineRefusals({
  'db.home_in_use': {
    status: 409,
    text: '数据目录 {home} 正在被另一个挂图服务使用（进程号 {pid}），请先停止它，或用 GUATU_HOME 指定另一个目录。',
  },
  'db.home_not_ours': {
    status: 500,
    text: '数据目录 {folder} 属于用户 {owner}，当前用户无法使用。请以该用户或 root 身份运行，或用 GUATU_HOME 指定另一个目录。',
  },
  'db.home_not_writable': { status: 500, text: '数据目录 {home} 无法创建或写入：{reason}' },
  'db.no_server_account': {
    status: 500,
    text: '数据库不能以 root 身份运行，也没有可用的普通系统用户。请先创建系统用户 guatu，再重新启动。',
  },
  'db.no_binaries': {
    status: 500,
    text: '本机（{platform}）没有随附的数据库程序。请重新安装依赖，或用 GUATU_DATABASE_URL 指定一台 PostgreSQL 15 至 18 服务器。',
  },
  'db.cannot_start': { status: 500, text: '数据库无法启动：{reason}' },
  'db.disk_full': {
    status: 507,
    text: '磁盘空间已满，数据库无法写入。请清理 {folder} 所在的磁盘后重试，已确认保存的数据不受影响。',
  },
  'db.version_mismatch': {
    status: 500,
    text: '数据目录由 PostgreSQL {found} 建立，本程序随附的是 {expected}。请用原来的版本执行备份，再在新的空目录中恢复。',
  },
  'db.unavailable': { status: 503, text: '数据库暂时无法连接，请稍后重试。' },
  'db.outcome_unknown': { status: 503, text: '保存时与数据库的连接中断，结果未能确认，请刷新后核对。' },
  'db.busy': { status: 503, text: '同时修改的人较多，本次未能保存，请重试。' },
  'db.no_app_role': {
    status: 500,
    text: '数据库中没有可用的角色 guatu_app。请由数据库管理员执行：CREATE ROLE guatu_app NOLOGIN; GRANT guatu_app TO {user};',
  },
  'db.cannot_create_database': {
    status: 500,
    text: '服务器上没有数据库 {database}，当前用户也无权创建。请由数据库管理员执行：CREATE DATABASE {database} OWNER {user};',
  },
  'db.server_refused': {
    status: 500,
    text: '无法连接 GUATU_DATABASE_URL 指定的数据库服务器：{reason}。请检查地址、用户、密码和数据库名。',
  },
  'db.server_too_old': { status: 500, text: '数据库服务器版本为 {found}，需要 PostgreSQL 15 至 18。' },
  'db.migration_changed': {
    status: 500,
    text: '数据库结构步骤 {owner}/{name} 与已经执行过的内容不一致，程序文件可能损坏，请重新安装。',
  },
  'db.newer_than_program': {
    status: 500,
    text: '数据库由更新版本的挂图建立（{owner}/{number}），请使用同一版本或更新版本的程序。',
  },
  'db.migrations_pending': {
    status: 500,
    text: '数据库结构需要更新（{owner}/{name}），当前数据库用户无权执行，请使用所有者用户。',
  },
  'backup.not_an_archive': { status: 422, text: '{file} 不是挂图备份文件。' },
  'backup.damaged': { status: 422, text: '备份文件已损坏（{part}），未恢复任何数据。' },
  'backup.newer_than_program': {
    status: 409,
    text: '备份由更新版本的挂图生成（{owner}/{name}），请使用同一版本或更新版本的程序恢复。',
  },
  'backup.home_not_empty': {
    status: 409,
    text: '数据目录 {home} 中已有数据，只能恢复到空目录。请用 GUATU_HOME 指定一个空目录。',
  },
  'backup.file_exists': { status: 409, text: '{file} 已经存在，请换一个文件名。' },
});
