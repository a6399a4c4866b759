package id.lumbung.platform.watch;

import io.micrometer.common.KeyValues;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.http.server.observation.ServerRequestObservationConvention;

/** Traces by OpenTelemetry, when {@code LUMBUNG_TRACES} says where to; without raw addresses and foreign messages. */
@Configuration(proxyBeanMethods = false)
class Traces {

    /** The pattern of the route is enough; the address itself may hold a code that opens something. */
    @Bean
    ServerRequestObservationConvention requestsWithoutAddress() {
        return new DefaultServerRequestObservationConvention() {
            @Override
            public KeyValues getHighCardinalityKeyValues(ServerRequestObservationContext context) {
                return KeyValues.empty();
            }
        };
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("lumbung.traces")
    static class SwitchedOn {
        @Bean
        SpanExporters spanExporters(org.springframework.beans.factory.ObjectProvider<SpanExporter> exporters) {
            return SpanExporters.of(exporters
                    .orderedStream()
                    .<SpanExporter>map(DiscreetExporter::new)
                    .toList());
        }
    }

    private record DiscreetExporter(SpanExporter inner) implements SpanExporter {
        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            return inner.export(spans.stream().<SpanData>map(DiscreetSpan::new).toList());
        }

        @Override
        public CompletableResultCode flush() {
            return inner.flush();
        }

        @Override
        public CompletableResultCode shutdown() {
            return inner.shutdown();
        }
    }

    private static final class DiscreetSpan extends DelegatingSpanData {
        DiscreetSpan(SpanData span) {
            super(span);
        }

        /** Only the type of an exception: its message and trace may repeat what was typed. */
        @Override
        public List<EventData> getEvents() {
            return super.getEvents().stream()
                    .map(event -> EventData.create(event.getEpochNanos(), event.getName(), typeOf(event)))
                    .toList();
        }

        private static Attributes typeOf(EventData event) {
            var key = io.opentelemetry.api.common.AttributeKey.stringKey("exception.type");
            String type = event.getAttributes().get(key);
            return type == null ? Attributes.empty() : Attributes.of(key, type);
        }

        @Override
        public StatusData getStatus() {
            return StatusData.create(super.getStatus().getStatusCode(), "");
        }
    }
}
