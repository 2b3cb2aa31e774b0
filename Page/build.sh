#!/bin/bash
# Builds the engine of pages that need no server, .build/page/engine.wasm: the targets that read and run a
# scenario, compiled by the toolchain's own Embedded Swift, clang and wasm-ld for WebAssembly.
#
# StandIns/ holds what a page has instead of Foundation, a disk and the C libraries; `left-out` names the
# files of those targets that a page has no use for, `taken` what it takes of the command, Engine/ what the
# page calls, `imports` what the page gives it. Code is made in the last step alone, of what the page can reach.
set -euo pipefail
cd "$(dirname "$0")/.."

out=.build/page
modules="Diagnostics LinearAlgebra Files Quantities Statistics InputOutputTables Commodities
  ComparativeStatics ScenarioText Scenarios Propagation RiskMetrics Reporting Explorer"
resources=$(swiftc -print-target-info | sed -n 's/.*"runtimeResourcePath": "\(.*\)".*/\1/p')
library=$resources/embedded/wasm32-unknown-none-wasm/libswiftUnicodeDataTables.a

if [ ! -f "$library" ] || ! command -v wasm-ld >/dev/null; then
  echo "this toolchain builds no WebAssembly: pages need \`sonae explore\`" >&2
  exit 0
fi
if [ -f $out/engine.wasm ] && [ -z "$(find Page Sources/CKernels Sources/CBundledData/include \
  $(printf 'Sources/%s ' $modules sonae) -type f -newer $out/engine.wasm | head -1)" ]; then
  exit 0
fi

mkdir -p $out
swift=(swiftc -target wasm32-unknown-none-wasm -enable-experimental-feature Embedded
  -enable-experimental-feature DeferredCodeGen -wmo -parse-as-library -package-name sonae -swift-version 6
  -enable-upcoming-feature ExistentialAny -enable-upcoming-feature InternalImportsByDefault
  -enable-upcoming-feature MemberImportVisibility -I $out -Werror DeprecatedDeclaration
  -Xfrontend -disable-stack-protector
  -Xcc -IPage/StandIns/C -Xcc -ISources/CKernels/include)
for module in $modules; do
  own=Page/StandIns/$module
  files=$(find Sources/$module $([ ! -d $own ] || echo $own) -name '*.swift' |
    grep -vxFf <(sed 's#^#Sources/#' Page/left-out))
  "${swift[@]}" -Onone -module-name $module -emit-module -emit-module-path $out/$module.swiftmodule \
    $files Page/StandIns/Missing.swift
done
"${swift[@]}" -Osize -module-name Engine -c -o $out/Engine.o \
  $(sed 's#^#Sources/#' Page/taken) Page/Engine/*.swift Page/StandIns/Missing.swift
for file in Page/C/*.c Sources/CKernels/*.c; do
  clang --target=wasm32-unknown-none-wasm -O3 -msimd128 -mbulk-memory -ffreestanding -std=c2x \
    -IPage/StandIns/C -ISources/CKernels/include -c "$file" -o "$out/$(basename "$file" .c).o"
done
wasm-ld -O2 --compress-relocations --no-entry --gc-sections --export-memory --stack-first \
  -z stack-size=4194304 --strip-all \
  --allow-undefined-file=Page/imports -o $out/engine.wasm $out/*.o "$library"
# The bundled data are embedded again.
touch Sources/CBundledData/bundled.c
