FROM eclipse-temurin:25-jdk AS build
RUN apt-get update && apt-get install -y --no-install-recommends maven npm && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN ./chainrule build

FROM eclipse-temurin:25-jre
RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/* \
    && useradd --system --no-create-home chainrule
WORKDIR /app
COPY --from=build /src/target/chainrule.jar .
USER chainrule
ENV PORT=8080
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=3s --start-period=30s \
    CMD curl -fs "http://127.0.0.1:$PORT/api/worksheet" >/dev/null || exit 1
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "-jar", "chainrule.jar"]
