# Files of saved variables: TensorFlow 1.15, python/training/checkpoint_{management,utils}.py. There are none here, so that none is found.

from _namescape import hint_nothing_runs


def latest_checkpoint(checkpoint_dir, latest_filename=None):
    hint_nothing_runs()
    return None


def get_checkpoint_state(checkpoint_dir, latest_filename=None):
    hint_nothing_runs()
    return None


def checkpoint_exists(checkpoint_prefix):
    return False


def list_variables(ckpt_dir_or_file):
    return []


def write_graph(graph_or_graph_def, logdir, name, as_text=True):
    return "%s/%s" % (logdir, name)


def update_checkpoint_state(save_dir, model_checkpoint_path, all_model_checkpoint_paths=None, latest_filename=None, all_model_checkpoint_timestamps=None,
                            last_preserved_timestamp=None):
    pass
