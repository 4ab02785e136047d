@power @faults
Feature: Mains that dips, and a meter without a reserve
  A meter whose supply lasts for no moment is not warned of a power cut. Even the shortest dip starts it anew, and what
  it had told the customer before must still be true.

  Background:
    Given a meter with:
      | name    | value  |
      | profile | conlog |
    And the meter holds 10.0 kWh
    And a 25.6 kWh credit token

  Rule: Every dip is a power cut

    Scenario: A dip of 20 milliseconds while digits stand on the display
      When the customer presses "1 2 3"
      And the mains dips for 20 milliseconds
      Then the meter holds 10.0 kWh
      And the house has power

    Scenario: A dip of 20 milliseconds while a token is typed
      Given a meter in one piece
      When the customer keys in the token and the mains dips for 20 milliseconds after 7 digits
      Then the memory holds 10.0 kWh

    Scenario: A token that was accepted before the dip
      When the customer keys in the token
      And the mains dips for 20 milliseconds
      Then the meter holds 35.6 kWh
      When the customer keys in the token
      Then the meter refuses it as used

  Rule: Mains that bounces when it returns finds the meter as it was

    Scenario Outline: <times> bounces within <time> milliseconds
      When the customer keys in the token
      And the mains fails
      And the mains returns and bounces <times> times within <time> milliseconds
      Then the meter holds 35.6 kWh
      When the customer keys in the token
      Then the meter refuses it as used

      Examples:
        | times | time |
        | 3     | 60   |
        | 20    | 2000 |
