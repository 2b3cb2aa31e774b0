# make run      set up, build, and print the risk table of a Hormuz closure
# make test     set up and run every test
# make clusters parts of an ensemble under Slurm, Grid Engine, Open MPI and xargs, killed and gone on with
# make install  a stripped, self-contained binary under PREFIX, manual pages and completions

PREFIX ?= /usr/local
BIN = $(DESTDIR)$(PREFIX)/bin
SHARE = $(DESTDIR)$(PREFIX)/share
PACKAGES = libopenblas-dev liblapacke-dev zlib1g-dev libzstd-dev libzip-dev libexpat1-dev libssl-dev \
  coinor-libclp-dev libxlsxwriter-dev
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

.PHONY: run test clusters bench install engine lint setup clean

run: engine
	swift build -c release --product sonae
	.build/release/sonae run hormuz-2026

# What is kept of tables starts empty, so that every file is read.
test: engine
	swift build -c release --build-tests
	rm -rf .build/tables
	XDG_CACHE_HOME=$(CURDIR)/.build/tables swift test -c release --skip-build
	@if command -v python3 >/dev/null; then \
	  SONAE=$(CURDIR)/.build/release/sonae python3 -B -m unittest discover Examples; \
	fi

# Daemons of one node, of their own, started by root; what cannot start is passed over.
clusters: PACKAGES += slurm-wlm munge gridengine-master gridengine-exec gridengine-client openmpi-bin
clusters: setup
	swift build -c release --product sonae
	SONAE=$(CURDIR)/.build/release/sonae bash Tests/Clusters/run.sh

bench: setup
	swift run -c release Benchmarks

# The web client inside Foundation, which a static Foundation links, needs libcurl.
install: PACKAGES += libcurl4-openssl-dev
install: engine
	mkdir -p .build/manual
	swift package -c release --allow-writing-to-directory .build/manual \
	  generate-manual --multi-page --output-directory .build/manual
	swift build -c release --product sonae --static-swift-stdlib -Xlinker -lcurl
	install -d $(BIN) $(SHARE)/man/man1 $(SHARE)/bash-completion/completions \
	  $(SHARE)/zsh/site-functions $(SHARE)/fish/vendor_completions.d
	install -s -m 755 .build/release/sonae $(BIN)/sonae
	install -m 644 .build/manual/*.1 $(SHARE)/man/man1
	$(BIN)/sonae --generate-completion-script bash >$(SHARE)/bash-completion/completions/sonae
	$(BIN)/sonae --generate-completion-script zsh >$(SHARE)/zsh/site-functions/_sonae
	$(BIN)/sonae --generate-completion-script fish >$(SHARE)/fish/vendor_completions.d/sonae.fish

# What pages that need no server run; without it a build says so when one is asked for.
engine: setup
	bash Page/build.sh

lint:
	swift format lint -r -s -p Package.swift Sources Tests Benchmarks

setup:
	@for package in $(PACKAGES); do \
	  dpkg -s $$package >/dev/null 2>&1 || missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
	  $(SUDO) apt-get update -q && \
	  $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -q -y $$missing; \
	fi

clean:
	swift package clean
