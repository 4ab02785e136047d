@power @faults
Feature: Mains that dips
  A dip is shorter than a power cut and comes more often. The meter rides through a short one, and a long one is a power
  cut to it: either way nothing that was paid may be lost.

  Background:
    Given the meter holds 10.0 kWh
    And a 25.6 kWh credit token

  Rule: A dip that is shorter than the meter's reserve goes unnoticed

    Scenario Outline: A dip of <time> milliseconds while digits stand on the display
      When the customer presses "1 2 3"
      And the mains dips for <time> milliseconds
      Then the display reads:
        """
        123
        """

      Examples:
        | time |
        | 20   |
        | 50   |
        | 90   |

    Scenario: A dip of 20 milliseconds while a token is typed
      When the customer keys in the token and the mains dips for 20 milliseconds after 7 digits
      Then the meter accepts it
      And the meter holds 35.6 kWh

  Rule: A dip that is longer than the reserve is a power cut

    Scenario Outline: A dip of <time> milliseconds while digits stand on the display
      Given a meter in one piece
      When the customer presses "1 2 3"
      And the mains dips for <time> milliseconds
      Then the display reads:
        """
        10.0 kWh
        """

      Examples:
        | time |
        | 150  |
        | 500  |
        | 2000 |

    Scenario Outline: A token with a dip of <time> milliseconds after <digits> digits is not a token
      Given a meter in one piece
      When the customer keys in the token and the mains dips for <time> milliseconds after <digits> digits
      Then the display shows "Incomplete"
      And the meter holds 10.0 kWh
      When the customer keys in the token
      Then the meter accepts it
      And the meter holds 35.6 kWh

      Examples:
        | time | digits |
        | 300  | 4      |
        | 300  | 10     |
        | 2000 | 7      |

  Rule: A dip to a voltage that the meter's supply works from goes unnoticed

    Scenario Outline: A dip to <volts> V for two seconds
      When the customer presses "1 2 3"
      And the mains dips to <volts> V for 2000 milliseconds
      Then the display reads:
        """
        123
        """

      Examples:
        | volts |
        | 161   |
        | 200   |

  Rule: A dip below that voltage is a mains failure, as long as it lasts

    Scenario: Too low for 20 milliseconds
      When the customer presses "1 2 3"
      And the mains dips to 120 V for 20 milliseconds
      Then the display reads:
        """
        123
        """

    Scenario Outline: A dip to <volts> V for 300 milliseconds
      Given a meter in one piece
      When the customer presses "1 2 3"
      And the mains dips to <volts> V for 300 milliseconds
      Then the display reads:
        """
        10.0 kWh
        """
      And the house has power

      Examples:
        | volts |
        | 160   |
        | 120   |
        | 1     |

  Rule: Flickering mains is as many dips as there are

    Scenario: Each time shorter than the meter's reserve
      When the customer presses "1 2 3"
      And the mains flickers 20 times within 2 seconds
      Then line 1 reads "123"

    Scenario: Each time longer
      When the customer keys in the token
      And the mains flickers 5 times within 10 seconds
      Then the meter holds 35.6 kWh
      And the house has power
      When the customer keys in the token
      Then the meter refuses it as used
      And the credit is unchanged

  Rule: A dip charges what was used and nothing else

    Scenario: A tenth of a kilowatt-hour and a dip
      When the load draws 1000 W for 6 minutes
      And the mains dips for 300 milliseconds
      Then the meter holds 9.9 kWh

  Rule: Mains that bounces when it returns finds the meter as it was

    Scenario Outline: <times> bounces within <time> milliseconds
      When the customer keys in the token
      And the mains fails
      And the mains returns and bounces <times> times within <time> milliseconds
      Then the display reads:
        """
        35.6 kWh
        """
      When the customer keys in the token
      Then the meter refuses it as used
      And the meter holds 35.6 kWh

      Examples:
        | times | time |
        | 3     | 60   |
        | 10    | 400  |
        | 20    | 2000 |

    Scenario: Bounces after the update
      Given the two key change codes to key revision 2 on base date 2014
      When the customer keys in code 1
      And the customer keys in code 2
      And the mains fails
      And the mains returns and bounces 10 times within 500 milliseconds
      Then the key revision is 2
      And the meter holds 10.0 kWh
