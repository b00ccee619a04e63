/*
 * What a disk holds after a power cut: only what was synced. Loaded with LD_PRELOAD, it lets fsync and fdatasync do their
 * work and then copies the bytes of a file below POWER_FOLDER into POWER_DISK. A file is kept by its inode, and a name
 * points to it, as on ext4: syncing a file makes its name durable, a later rename becomes so when the folder is synced.
 * No torn writes, no cut within one sync.
 *
 * Writes and syncs below the folder are counted as steps. POWER_KILL_AT ends the process before its n-th; from the POWER_FULL_AT-th
 * on the disk is full for POWER_FULL_FOR writes. POWER_STEPS is told their number at the end. A program may set these for itself
 * while it runs: another POWER_ROUND counts anew. At the POWER_PULL_AT-th step the folder POWER_PULL is gone, as a stick is that is
 * pulled: it is called POWER_PULL.gone, and what is still open in it takes nothing. Below POWER_READ_ONLY nothing is opened for writing.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;

static void fail(const char *what) {
  perror(what);
  abort();
}

/* Whole or not at all, also when this process is killed within it. */
static void put(const char *path, int from, const char *text) {
  char making[PATH_MAX + 8];
  snprintf(making, sizeof making, "%s.making", path);
  int to = open(making, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  if (to < 0) fail(making);
  if (from < 0) {
    if (write(to, text, strlen(text)) < 0) fail(making);
  } else {
    char block[65536];
    off_t at = 0;
    ssize_t count;
    while ((count = pread(from, block, sizeof block, at)) > 0) {
      if (write(to, block, (size_t)count) != count) fail(making);
      at += count;
    }
  }
  close(to);
  if (rename(making, path) != 0) fail(path);
}

/* The entry of a name on the disk: its path below the folder, with '|' for '/'. */
static void name_entry(char *out, size_t size, const char *disk, const char *relative) {
  int length = snprintf(out, size, "%s/names/", disk);
  snprintf(out + length, size - (size_t)length, "%s", relative);
  for (char *letter = out + length; *letter; letter += 1)
    if (*letter == '/') *letter = '|';
}

static void keep_name(const char *disk, const char *relative, ino_t inode) {
  char entry[PATH_MAX], text[32];
  name_entry(entry, sizeof entry, disk, relative);
  snprintf(text, sizeof text, "%lu", (unsigned long)inode);
  put(entry, -1, text);
}

/* Names that are gone are gone, names of what was ever synced are there. */
static void keep_folder(const char *disk, const char *folder, const char *relative) {
  char names[PATH_MAX], prefix[PATH_MAX], path[PATH_MAX * 2];
  snprintf(names, sizeof names, "%s/names", disk);
  snprintf(prefix, sizeof prefix, "%s%s", relative, *relative ? "/" : "");
  for (char *letter = prefix; *letter; letter += 1)
    if (*letter == '/') *letter = '|';
  DIR *listing = opendir(names);
  for (struct dirent *one; listing && (one = readdir(listing));) {
    const char *rest = one->d_name + strlen(prefix);
    if (strncmp(one->d_name, prefix, strlen(prefix)) != 0 || strchr(rest, '|') || one->d_name[0] == '.') continue;
    snprintf(path, sizeof path, "%s/%s", folder, rest);
    if (access(path, F_OK) == 0) continue;
    snprintf(path, sizeof path, "%s/%s", names, one->d_name);
    unlink(path);
  }
  if (listing) closedir(listing);
  listing = opendir(folder);
  for (struct dirent *one; listing && (one = readdir(listing));) {
    struct stat found;
    snprintf(path, sizeof path, "%s/%s", folder, one->d_name);
    if (stat(path, &found) != 0 || !S_ISREG(found.st_mode)) continue;
    char kept[PATH_MAX], below[PATH_MAX];
    snprintf(kept, sizeof kept, "%s/files/%lu", disk, (unsigned long)found.st_ino);
    if (access(kept, F_OK) != 0) continue;
    snprintf(below, sizeof below, "%s%s%s", relative, *relative ? "/" : "", one->d_name);
    keep_name(disk, below, found.st_ino);
  }
  if (listing) closedir(listing);
}

/* The number of a deleted file may serve the next one: no name that is gone may show that. */
static void forget_old_names(const char *disk, const char *folder, ino_t inode) {
  char names[PATH_MAX], path[PATH_MAX * 2], text[32];
  snprintf(names, sizeof names, "%s/names", disk);
  DIR *listing = opendir(names);
  for (struct dirent *one; listing && (one = readdir(listing));) {
    if (one->d_name[0] == '.') continue;
    snprintf(path, sizeof path, "%s/%s", names, one->d_name);
    FILE *entry = fopen(path, "r");
    if (!entry) continue;
    int is_this = fgets(text, sizeof text, entry) != NULL && strtoul(text, NULL, 10) == inode;
    fclose(entry);
    char below[PATH_MAX * 2];
    struct stat found;
    int length = snprintf(below, sizeof below, "%s/", folder);
    snprintf(below + length, sizeof below - (size_t)length, "%s", one->d_name);
    for (char *letter = below + length; *letter; letter += 1)
      if (*letter == '|') *letter = '/';
    if (is_this && (stat(below, &found) != 0 || found.st_ino != inode)) unlink(path);
  }
  if (listing) closedir(listing);
}

/* The path of a descriptor below the folder, 0 when it is elsewhere. */
static int find_path(int descriptor, char *path, size_t size) {
  const char *folder = getenv("POWER_FOLDER");
  if (!folder) return 0;
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(link, path, size - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  size_t root = strlen(folder);
  return strncmp(path, folder, root) == 0 && (path[root] == '/' || path[root] == 0);
}

static void keep(int descriptor) {
  const char *folder = getenv("POWER_FOLDER"), *disk = getenv("POWER_DISK");
  char path[PATH_MAX], link[64], kept[PATH_MAX];
  if (!disk || !*disk || !find_path(descriptor, path, sizeof path)) return;
  const char *relative = path[strlen(folder)] == '/' ? path + strlen(folder) + 1 : "";
  struct stat found;
  if (fstat(descriptor, &found) != 0) return;
  pthread_mutex_lock(&one_at_a_time);
  if (S_ISDIR(found.st_mode)) {
    keep_folder(disk, path, relative);
  } else if (S_ISREG(found.st_mode) && found.st_nlink > 0) {
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    int from = open(link, O_RDONLY);
    if (from < 0) fail(path);
    snprintf(kept, sizeof kept, "%s/files/%lu", disk, (unsigned long)found.st_ino);
    put(kept, from, NULL);
    close(from);
    forget_old_names(disk, folder, found.st_ino);
    keep_name(disk, relative, found.st_ino);
  }
  pthread_mutex_unlock(&one_at_a_time);
}

static atomic_long steps = 0;
static atomic_long rounds = 0;

static long number(const char *name) {
  const char *value = getenv(name);
  return value ? atol(value) : 0;
}

/* Answers whether what is written to lay on a stick that is pulled. */
static int pull(int descriptor, long at) {
  const char *stick = getenv("POWER_PULL");
  if (!stick || !*stick || number("POWER_PULL_AT") == 0) return 0;
  char gone[PATH_MAX], path[PATH_MAX];
  int length = snprintf(gone, sizeof gone, "%s.gone", stick);
  if (at == number("POWER_PULL_AT") && rename(stick, gone) != 0) fail(gone);
  return find_path(descriptor, path, sizeof path) && strncmp(path, gone, (size_t)length) == 0;
}

/* Counts a step; answers why it fails, 0 when it does not. */
static int step(int descriptor, int is_write) {
  char path[PATH_MAX];
  if (!find_path(descriptor, path, sizeof path)) return 0;
  long round = number("POWER_ROUND");
  if (atomic_exchange(&rounds, round) != round) atomic_store(&steps, 0);
  long at = atomic_fetch_add(&steps, 1) + 1;
  if (at == number("POWER_KILL_AT")) kill(getpid(), SIGKILL);
  if (pull(descriptor, at)) return EIO;
  long full = number("POWER_FULL_AT");
  return is_write && full > 0 && at >= full && at < full + number("POWER_FULL_FOR") ? ENOSPC : 0;
}

__attribute__((destructor)) static void tell_steps(void) {
  const char *told = getenv("POWER_STEPS");
  FILE *file = told ? fopen(told, "w") : NULL;
  if (!file) return;
  fprintf(file, "%ld", atomic_load(&steps));
  fclose(file);
}

static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }

static ssize_t refused(int fault) {
  errno = fault;
  return -1;
}

static int synced(const char *name, int descriptor) {
  int fault = step(descriptor, 0);
  if (fault) return (int)refused(fault);
  int result = ((int (*)(int))real(name))(descriptor);
  if (result == 0) keep(descriptor);
  return result;
}

int fsync(int descriptor) { return synced("fsync", descriptor); }
int fdatasync(int descriptor) { return synced("fdatasync", descriptor); }

ssize_t write(int descriptor, const void *bytes, size_t count) {
  int fault = step(descriptor, 1);
  if (fault) return refused(fault);
  return ((ssize_t(*)(int, const void *, size_t))real("write"))(descriptor, bytes, count);
}

ssize_t pwrite(int descriptor, const void *bytes, size_t count, off_t at) {
  int fault = step(descriptor, 1);
  if (fault) return refused(fault);
  return ((ssize_t(*)(int, const void *, size_t, off_t))real("pwrite"))(descriptor, bytes, count, at);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t count, off64_t at) {
  int fault = step(descriptor, 1);
  if (fault) return refused(fault);
  return ((ssize_t(*)(int, const void *, size_t, off64_t))real("pwrite64"))(descriptor, bytes, count, at);
}

static int is_read_only(const char *path, int flags) {
  const char *folder = getenv("POWER_READ_ONLY");
  if (!folder || !*folder || (flags & (O_WRONLY | O_RDWR | O_CREAT)) == 0) return 0;
  return strncmp(path, folder, strlen(folder)) == 0;
}

static int opened(const char *name, const char *path, int flags, mode_t mode) {
  if (is_read_only(path, flags)) return (int)refused(EROFS);
  return ((int (*)(const char *, int, mode_t))real(name))(path, flags, mode);
}

int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return opened("open", path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return opened("open64", path, flags, mode);
}
