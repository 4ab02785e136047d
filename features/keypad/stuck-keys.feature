@keypad @contacts
Feature: Keys that stick, and several fingers
  A worn pad must not type by itself, and a hand laid on it must not become a token.

  Background:
    Given the meter holds 10.0 kWh

  Rule: A stuck key is one digit and then a fault, and the other keys still work

    Scenario: A key that stays down
      When the key "5" gets stuck
      And 11 seconds pass
      Then the display reads:
        """
        Keypad fault
        5
        """

    Scenario: A key that stays down on a meter with one line
      Given a meter with:
        | name    | value |
        | profile | clou  |
      When the key "5" gets stuck
      And 11 seconds pass
      Then the display shows "Err 2"

    Scenario: The digit of a key that stays down is typed once
      When the key "5" gets stuck
      And 5 seconds pass
      Then the display reads:
        """
        5
        """

    Scenario: Other keys are read while one is stuck
      When the key "5" gets stuck
      And 11 seconds pass
      And 4 seconds pass
      And the customer presses "* 1 2 3"
      Then the display reads:
        """
        123
        """

    Scenario: A key that came loose types again
      When the key "5" gets stuck
      And 11 seconds pass
      And 4 seconds pass
      And the key "5" comes loose
      And the customer presses "* 5 6"
      Then the display reads:
        """
        56
        """

  Rule: Three corners of a rectangle are no key at all

    Scenario: A hand on the keys 1, 3 and 7
      When the customer presses "1 3 7" at the same moment
      Then the display reads:
        """
        10.0 kWh
        """

    Scenario: Two keys at the same moment are two digits
      Given the keys bounce for 0 milliseconds
      When the customer presses "1 5" at the same moment
      Then the display reads:
        """
        15
        """

    Scenario: A whole token after a hand lay on the pad
      Given a 25.6 kWh credit token
      When the customer presses "1 3 7" at the same moment
      And the customer keys in the token
      Then the meter accepts it
      And the meter holds 35.6 kWh
