# docker build -t hot-designer .
# docker run --rm -p 127.0.0.1:8000:8000 -v hot-designer:/home/designer/data hot-designer
# docker run --rm -v "$PWD:/templates:ro" hot-designer validate /templates
# docker run --rm -p 127.0.0.1:8000:8000 -v "$PWD:/repository" --user "$(id -u):$(id -g)" \
#     hot-designer serve --host 0.0.0.0 --repository /repository

# -- the wheel, with the assets inside ---------------------------------------
FROM python:3.12-slim-bookworm AS build

RUN apt-get update \
    && apt-get install -y --no-install-recommends nodejs npm \
    && rm -rf /var/lib/apt/lists/*

WORKDIR /src

# What changes rarely first: a change of our own code then installs nothing again.
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --no-audit --no-fund

COPY static static
RUN npm run --silent build

COPY pyproject.toml README.md LICENSE ./
COPY designer designer
COPY web web
COPY templates templates
RUN pip install --no-cache-dir build \
    && python -m build --wheel --outdir /wheels \
    && python -m venv /opt/hot-designer \
    && /opt/hot-designer/bin/pip install --no-cache-dir "$(ls /wheels/*.whl)[postgresql]" \
    && /opt/hot-designer/bin/python -m compileall -q /opt/hot-designer/lib \
    && /opt/hot-designer/bin/pip uninstall -y pip

# -- what runs: Python, Graphviz and the wheel; no node, no compiler ----------
FROM python:3.12-slim-bookworm

RUN apt-get update \
    && apt-get install -y --no-install-recommends graphviz \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --create-home --uid 10001 --shell /usr/sbin/nologin designer \
    && install -d -m 1777 /home/designer/data

COPY --from=build /opt/hot-designer /opt/hot-designer

ENV PATH=/opt/hot-designer/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    XDG_DATA_HOME=/home/designer/data
USER designer
WORKDIR /home/designer
# The stored templates: with a name (`docker run -v NAME:...`) they outlive the container. `--user` may be anybody.
VOLUME /home/designer/data
EXPOSE 8000

HEALTHCHECK --interval=30s --timeout=3s --start-period=10s --retries=3 \
    CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/healthz', timeout=2).read()"]

# 0.0.0.0 is inside of the container; who reaches it from outside is said by `docker run -p`.
ENTRYPOINT ["hot-designer"]
CMD ["serve", "--host", "0.0.0.0"]
