import io.cloudevents.CloudEvent;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The filters of one version of the data plane.
 *
 * @param filterOf makes the filter of an Egress, given as protobuf
 */
record DataPlane(String name, Function<byte[], Predicate<CloudEvent>> filterOf) {

    private static final char DELIVERED = 'D';
    private static final char NOT_DELIVERED = 'N';
    /** Something is thrown, so that the event is not delivered. */
    private static final char THROWN = 'P';
    /** The record is no event for the data plane. */
    private static final char REFUSED = 'R';

    /** Loads the classes in a folder, of which TriggerFilter is one. */
    @SuppressWarnings("unchecked")
    static DataPlane load(String folder) throws Exception {
        var path = Path.of(folder);
        var loader = new URLClassLoader(new URL[] {path.toUri().toURL()}, DataPlane.class.getClassLoader());
        var triggerFilter = loader.loadClass("TriggerFilter").getConstructor().newInstance();
        return new DataPlane(
                path.getFileName().toString(), (Function<byte[], Predicate<CloudEvent>>) triggerFilter);
    }

    /** A letter per event. */
    String outcomes(byte[] egress, List<Optional<CloudEvent>> events) {
        var outcomes = new StringBuilder();
        var filter = filter(egress);
        for (var event : events) {
            outcomes.append(event.isEmpty() ? REFUSED : outcome(filter, event.get()));
        }
        return outcomes.toString();
    }

    /** Without a filter there is no consumer, and nothing is delivered. */
    private Optional<Predicate<CloudEvent>> filter(byte[] egress) {
        try {
            return Optional.of(filterOf.apply(egress));
        } catch (RuntimeException | StackOverflowError thrown) {
            return Optional.empty();
        }
    }

    private static char outcome(Optional<Predicate<CloudEvent>> filter, CloudEvent event) {
        if (filter.isEmpty()) {
            return THROWN;
        }
        try {
            return filter.get().test(event) ? DELIVERED : NOT_DELIVERED;
        } catch (RuntimeException | StackOverflowError thrown) {
            return THROWN;
        }
    }
}
