import com.fasterxml.jackson.databind.JsonNode;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.CloudEventDeserializer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * An event in a topic: in the structured mode of the Kafka binding as JSON, or in
 * the binary mode as attributes.
 */
record SentEvent(JsonNode structured, Map<String, String> binary) {

    private static final CloudEventDeserializer deserializer = new CloudEventDeserializer();

    /**
     * Reads the event as the dispatcher does; nothing where it refuses the record
     * (CloudEventDeserializer and RecordDispatcherImpl of the data plane).
     */
    Optional<CloudEvent> received() {
        var headers = new RecordHeaders();
        var value = new byte[0];
        if (structured != null) {
            headers.add("content-type", bytes("application/cloudevents+json"));
            value = bytes(structured.toString());
        } else {
            binary.forEach((name, text) -> headers.add(header(name), bytes(text)));
        }
        try {
            return Optional.of(deserializer.deserialize("topic", headers, value));
        } catch (RuntimeException refused) {
            return Optional.empty();
        }
    }

    private static String header(String name) {
        return name.equals("datacontenttype") ? "content-type" : "ce_" + name;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
